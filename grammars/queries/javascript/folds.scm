[(statement_block) (class_body) (object) (array) (arguments) (formal_parameters) (switch_body) (template_string) (jsx_element) (jsx_self_closing_element) (named_imports) (export_clause)] @region
(comment) @comment
(import_statement) @imports
