; What the grammar takes and Go does not: https://go.dev/ref/spec. How this is written: ../checks.md.

; Without it the text is a piece of a file, as in documentation, and may start with statements.
(package_clause) @file.whole

; ---- the file ----

([(package_clause) (import_declaration) (function_declaration) (method_declaration)] @_ .
  [(expression_statement) (short_var_declaration) (assignment_statement) (if_statement) (for_statement) (expression_switch_statement) (return_statement) (go_statement) (defer_statement)] @rejected
  (#set! inside "whole") (#set! message "a statement stands in a function: here are declarations only"))
([(function_declaration) (method_declaration)] @_ . (comment)* . (import_declaration "import" @rejected) (#set! message "imports come before all other declarations"))
([(function_declaration !body) (method_declaration !body)] @_ . (block . "{" @rejected) (#set! message "the '{' of a function stands on the line of its head"))
((import_spec path: (interpreted_string_literal) @literal) @_ (#match? @literal "^\"([^\"]*[ !#$%&'()*,:;<=>?^`{|}\\[\\]\\\\][^\"]*)?\"$") (#set! message "'{name}' is no path to import"))

; ---- declarations ----

((const_declaration "const" . (const_spec name: (_) @missing !value)) @_ (#set! message "expected '=' and a value after '{name}'"))
((short_var_declaration left: (expression_list [
    (selector_expression) (index_expression) (call_expression) (unary_expression) (parenthesized_expression) (slice_expression) (int_literal) (float_literal) (interpreted_string_literal) (raw_string_literal)
  ] @rejected)) @_ (#set! message "':=' declares names, and '{name}' is none: write '='"))
((range_clause left: (expression_list [(selector_expression) (index_expression) (call_expression)] @rejected) ":=" @_colon) @_ (#set! message "':=' declares names, and '{name}' is none: write '='"))
([
  (parameter_list (parameter_declaration name: (_)) . (parameter_declaration !name) @missing)
  (parameter_list (parameter_declaration !name) @missing . (parameter_declaration name: (_)))
  (parameter_list (variadic_parameter_declaration !name) @missing . (parameter_declaration name: (_)))
  (parameter_list (parameter_declaration name: (_)) . (variadic_parameter_declaration !name) @missing)
] @_ (#set! message "expected a name and a type, as the parameters beside '{name}' have both"))

; ---- statements and expressions ----

([
  (defer_statement [(identifier) (selector_expression) (index_expression) (func_literal) (parenthesized_expression)] @missing)
  (go_statement [(identifier) (selector_expression) (index_expression) (func_literal) (parenthesized_expression)] @missing)
] @_ (#set! message "expected a call: '( )' is missing at the end"))
([
  (expression_statement (unary_expression operator: "+" @unexpected operand: (unary_expression operator: "+")))
  (expression_statement (unary_expression operator: "-" @unexpected operand: (unary_expression operator: "-")))
] @_ (#set! message "'{name}{name}' stands behind its variable"))
((argument_list (variadic_argument) @rejected . (_)) @_ (#set! message "the argument with '...' must be the last one"))
((literal_value . "," @unexpected) @_ (#set! message "unexpected ',': nothing stands before it"))

; ---- literals ----

((escape_sequence) @literal
  (#not-match? @literal "^\\\\([0-3][0-7][0-7]|x[0-9a-fA-F][0-9a-fA-F]|u[0-9a-fA-F]{4}|U00(0[0-9a-fA-F]|10)[0-9a-fA-F]{4}|[abfnrtv\\\\\"'])$") (#set! message "there is no escape '{name}'"))
