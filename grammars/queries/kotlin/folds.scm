[(class_body) (enum_class_body) (function_body) (when_expression) (lambda_literal) (control_structure_body) (value_arguments)] @region
[(line_comment) (multiline_comment)] @comment
(import_header) @imports
