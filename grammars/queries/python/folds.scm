[(function_definition) (class_definition) (if_statement) (elif_clause) (else_clause) (for_statement) (while_statement) (with_statement) (try_statement) (except_clause) (finally_clause) (match_statement) (case_clause)
 (dictionary) (list) (tuple) (set) (argument_list) (parameters) (string)] @region
(comment) @comment
[(import_statement) (import_from_statement)] @imports
