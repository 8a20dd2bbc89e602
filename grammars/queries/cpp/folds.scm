; inherits: c
[(declaration_list) (lambda_expression)] @region
