[(function_definition) (if_statement) (case_statement) (case_item) (for_statement) (c_style_for_statement) (while_statement) (compound_statement) (subshell) (array) (heredoc_body)] @region
(comment) @comment
