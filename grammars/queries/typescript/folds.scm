[(statement_block) (class_body) (interface_body) (enum_body) (object_type) (object) (array) (arguments) (formal_parameters) (switch_body) (template_string) (named_imports) (export_clause)] @region
(comment) @comment
(import_statement) @imports
