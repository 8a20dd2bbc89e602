[(compound_statement) (field_declaration_list) (enumerator_list) (initializer_list) (preproc_if) (preproc_ifdef) (preproc_else) (preproc_elif) (argument_list) (parameter_list)] @region
(comment) @comment
(preproc_include) @imports
