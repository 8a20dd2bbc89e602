[(compound_statement) (declaration_list) (enum_declaration_list) (switch_block) (match_block) (array_creation_expression) (arguments) (formal_parameters) (heredoc_body)] @region
(comment) @comment
(namespace_use_declaration) @imports
