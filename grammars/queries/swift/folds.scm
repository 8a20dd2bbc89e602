[(class_body) (enum_class_body) (protocol_body) (function_body) (computed_property) (lambda_literal) (switch_statement) (if_statement) (guard_statement) (for_statement) (while_statement) (array_literal) (dictionary_literal) (value_arguments)] @region
[(comment) (multiline_comment)] @comment
(import_declaration) @imports
