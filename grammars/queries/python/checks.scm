; What the grammar takes and CPython does not: https://docs.python.org/3/reference/grammar.html. How this is written: ../checks.md.

; ---- contexts ----

[(for_statement body: (block) @in.loop) (while_statement body: (block) @in.loop)] @_
[(function_definition) (lambda)] @in.function
(function_definition "async") @in.async
(class_definition) @in.class
[(parameters) (lambda_parameters)] @in.parameters
[
  (parameters [(list_splat_pattern) (keyword_separator) (typed_parameter (list_splat_pattern))] @from)
  (lambda_parameters [(list_splat_pattern) (keyword_separator)] @from)
] @in.after-star
(argument_list) @in.arguments
(class_pattern) @in.class-pattern
(generator_expression) @in.generator
(except_clause "*") @in.group
(case_clause) @in.case
(union_pattern) @in.union
[(function_definition type_parameters: (type_parameter) @in.type-parameters) (class_definition type_parameters: (type_parameter) @in.type-parameters)] @_

; ---- names ----

((identifier) @reserved (#set! message "'{name}' is a keyword and cannot be a name"))
([
  (assignment left: (identifier) @rejected)
  (augmented_assignment left: (identifier) @rejected)
  (named_expression name: (identifier) @rejected)
  (parameters (identifier) @rejected)
  (default_parameter name: (identifier) @rejected)
  (list_splat_pattern (identifier) @rejected)
  (dictionary_splat_pattern (identifier) @rejected)
  (keyword_argument name: (identifier) @rejected)
  (for_statement left: (identifier) @rejected)
  (pattern_list (identifier) @rejected)
  (tuple_pattern (identifier) @rejected)
  (as_pattern_target (identifier) @rejected)
  (function_definition name: (identifier) @rejected)
  (class_definition name: (identifier) @rejected)
  (aliased_import alias: (identifier) @rejected)
] @_ (#eq? @rejected "__debug__") (#set! message "'__debug__' cannot be assigned"))

; ---- statements ----

; Statements of version 2; 'print >> a, b' is an expression today.
((print_statement "print" @unexpected . argument: (_)) @_ (#set! message "'print' is a function: what it takes stands in parentheses"))
((exec_statement "exec" @unexpected) @_ (#set! message "'exec' is a function: what it takes stands in parentheses"))
((raise_statement (expression_list) @unexpected) @_ (#set! message "one exception is raised at a time: write 'raise Error(message)'"))

((return_statement) @rejected (#set! outside "function") (#set! until "class") (#set! message "'return' stands outside of a function"))
((yield "yield" @rejected) @_ (#set! outside "function") (#set! until "class") (#set! message "'yield' stands outside of a function"))
((await "await" @rejected) @_ (#set! outside "async generator") (#set! until "function class") (#set! message "'await' stands outside of an async function"))
([(for_statement "async" @rejected) (with_statement "async" @rejected)] @_ (#set! outside "async") (#set! until "function class") (#set! message "'async' stands outside of an async function"))
([
  (list_comprehension (for_in_clause "async" @rejected))
  (set_comprehension (for_in_clause "async" @rejected))
  (dictionary_comprehension (for_in_clause "async" @rejected))
] @_ (#set! outside "async") (#set! until "function class") (#set! message "'async' stands outside of an async function"))
((yield "from" @rejected) @_ (#set! inside "async") (#set! until "function") (#set! message "'yield from' cannot stand in an async function: write 'async for'"))
((break_statement) @rejected (#set! outside "loop") (#set! until "function class") (#set! message "'break' stands outside of a loop"))
((continue_statement) @rejected (#set! outside "loop") (#set! until "function class") (#set! message "'continue' stands outside of a loop"))
((nonlocal_statement "nonlocal" @rejected) @_ (#set! outside "function") (#set! message "'nonlocal' stands outside of a function"))
((wildcard_import) @rejected (#set! inside "function class") (#set! message "'import *' stands at the top level only"))
((future_import_statement name: (dotted_name) @rejected) @_
  (#not-any-of? @rejected "nested_scopes" "generators" "division" "absolute_import" "with_statement" "print_function" "unicode_literals" "barry_as_FLUFL" "generator_stop" "annotations")
  (#set! message "'{name}' is no feature of '__future__'"))

((import_from_statement name: (_) . "," @unexpected .) @_ (#not-match? @_ "\\(") (#set! message "unexpected ',': a comma at the end stands in parentheses only"))
([(break_statement) (continue_statement) (return_statement)] @rejected (#set! inside "group") (#set! until "loop function class") (#set! message "an 'except*' cannot be left like this"))
((try_statement "try" @missing body: (block) .) @_ (#set! message "expected 'except' or 'finally' after this 'try'"))
((try_statement (except_clause "except" @rejected . (block)) . (except_clause)) @_ (#set! message "an 'except' without a type comes last"))
((except_clause (as_pattern alias: (as_pattern_target [(subscript) (attribute) (call) (tuple) (list)] @rejected))) @_ (#set! message "expected a name after 'as'"))

((match_statement body: (block alternative: (case_clause . (case_pattern (dotted_name . (identifier) .)) @rejected !guard) . alternative: (case_clause))) @_
  (#not-match? @rejected "\\.") (#set! message "'{name}' takes everything: the cases after it are never reached"))
((match_statement body: (block alternative: (case_clause . (case_pattern) @rejected !guard) . alternative: (case_clause))) @_
  (#eq? @rejected "_") (#set! message "'_' takes everything: the cases after it are never reached"))
([
  (list_pattern (case_pattern (splat_pattern)) (case_pattern (splat_pattern) @rejected))
  (tuple_pattern (case_pattern (splat_pattern)) (case_pattern (splat_pattern) @rejected))
  (case_clause (case_pattern (splat_pattern)) (case_pattern (splat_pattern) @rejected))
] @_ (#set! message "a sequence has one part with '*' at most"))
((class_pattern (case_pattern (keyword_pattern . (identifier) @rejected))) @_ (#set! unique "class-pattern") (#set! group "attribute") (#set! message "the attribute '{name}' is there twice") (#set! related "'{name}' is here too"))

([(union_pattern (dotted_name) @rejected . "|") (union_pattern "_" @rejected . "|")] @_ (#not-match? @rejected "\\.") (#set! message "'{name}' takes everything: the patterns after it are never reached"))
((case_pattern (dotted_name . (identifier) @duplicate .)) @_
  (#set! inside "case") (#set! outside "union") (#set! until "case") (#set! unique "case") (#set! group "capture") (#set! message "'{name}' is bound here twice") (#set! related "it is bound here first"))
([(case_pattern (string (string_start) @rejected)) (union_pattern (string (string_start) @rejected)) (dict_pattern key: (string (string_start) @rejected))] @_
  (#match? @rejected "[fFtT]") (#set! message "a pattern is known beforehand: it holds no expressions"))
([(splat_pattern "**" . "_" @rejected)] @_ (#set! message "expected a name: what is left over goes without saying"))
((dict_pattern (splat_pattern "**" @rejected) . "," . (_)) @_ (#set! message "'**' comes last: it takes what is left"))
((class_pattern (case_pattern (keyword_pattern)) . "," . (case_pattern . [(dotted_name) (string) (integer) (float) (class_pattern) (list_pattern) (tuple_pattern) (dict_pattern) (union_pattern) (as_pattern) "_"]) @rejected) @_
  (#set! message "a pattern without a name cannot follow one with a name"))
([
  (function_definition type_parameters: (type_parameter (type (identifier) @duplicate)))
  (class_definition type_parameters: (type_parameter (type (identifier) @duplicate)))
] @_ (#set! inside "type-parameters") (#set! unique "type-parameters") (#set! group "type-parameter") (#set! message "the parameter '{name}' is there twice") (#set! related "'{name}' is here too"))

; ---- parameters ----

([
  (parameters (identifier) @rejected)
  (parameters (default_parameter name: (identifier) @rejected))
  (parameters (typed_default_parameter name: (identifier) @rejected))
  (parameters (typed_parameter . (identifier) @rejected))
  (parameters (typed_parameter [(list_splat_pattern (identifier) @rejected) (dictionary_splat_pattern (identifier) @rejected)]))
  (parameters [(list_splat_pattern (identifier) @rejected) (dictionary_splat_pattern (identifier) @rejected)])
  (lambda_parameters (identifier) @rejected)
  (lambda_parameters (default_parameter name: (identifier) @rejected))
  (lambda_parameters [(list_splat_pattern (identifier) @rejected) (dictionary_splat_pattern (identifier) @rejected)])
] @_ (#set! unique "function") (#set! group "parameter") (#set! message "the parameter '{name}' is there twice") (#set! related "'{name}' is here too"))
([(global_statement (identifier) @rejected) (nonlocal_statement (identifier) @rejected)] @_ (#set! inside "function") (#set! until "class") (#set! unique "function") (#set! group "parameter") (#set! weak "")
  (#set! message "'{name}' is a parameter already") (#set! related "'{name}' is declared here"))
([
  (parameters [(default_parameter) (typed_default_parameter)] . (positional_separator)? . [(identifier) (typed_parameter . (identifier))] @missing)
  (lambda_parameters (default_parameter) . (positional_separator)? . (identifier) @missing)
] @_ (#set! outside "after-star") (#set! until "parameters") (#set! message "'{name}' needs a default, since the parameter before it has one"))
([(parameters (tuple_pattern) @rejected) (lambda_parameters (tuple_pattern) @rejected)] @_ (#set! message "a parameter is one name: take it apart in the body"))
([
  (parameters (list_splat_pattern "*" @rejected))
  (parameters (typed_parameter (list_splat_pattern "*" @rejected)))
  (parameters (keyword_separator) @rejected)
  (lambda_parameters (list_splat_pattern "*" @rejected))
  (lambda_parameters (keyword_separator) @rejected)
] @_ (#set! unique "parameters") (#set! group "star") (#set! message "'*' can stand once among the parameters"))
([(parameters (positional_separator) @rejected) (lambda_parameters (positional_separator) @rejected)] @_ (#set! inside "after-star") (#set! until "parameters") (#set! message "'/' stands before '*'"))
([(parameters (positional_separator) @rejected) (lambda_parameters (positional_separator) @rejected)] @_ (#set! unique "parameters") (#set! group "slash") (#set! message "'/' can stand once among the parameters"))
([(parameters . (positional_separator) @rejected) (lambda_parameters . (positional_separator) @rejected)] @_ (#set! message "expected a parameter before '/'"))
([
  (parameters (keyword_separator) @missing . (comment)* . ")")
  (parameters (keyword_separator) @missing . (dictionary_splat_pattern))
  (parameters (keyword_separator) @missing . (typed_parameter (dictionary_splat_pattern)))
  (lambda_parameters (keyword_separator) @missing . (dictionary_splat_pattern))
] @_ (#set! message "expected a named parameter after '*'"))
([
  (parameters [(dictionary_splat_pattern) (typed_parameter (dictionary_splat_pattern))] @rejected . [(identifier) (default_parameter) (typed_parameter) (typed_default_parameter) (list_splat_pattern) (dictionary_splat_pattern) (keyword_separator)])
  (lambda_parameters (dictionary_splat_pattern) @rejected . [(identifier) (default_parameter) (list_splat_pattern) (dictionary_splat_pattern) (keyword_separator)])
] @_ (#set! message "no parameter follows one with '**'"))
([(default_parameter name: [(tuple_pattern) (list_splat_pattern) (dictionary_splat_pattern)] @rejected)] @_ (#set! message "this parameter has no default"))

([
  (expression_statement (named_expression ":=" @rejected))
  (assignment right: (named_expression ":=" @rejected))
  (keyword_argument value: (named_expression ":=" @rejected))
  (default_parameter value: (named_expression ":=" @rejected))
  (typed_default_parameter value: (named_expression ":=" @rejected))
  (lambda body: (named_expression ":=" @rejected))
] @_ (#set! message "':=' stands here in parentheses only: a statement assigns with '='"))

; ---- arguments ----

((argument_list (keyword_argument name: (identifier) @rejected)) @_ (#set! unique "arguments") (#set! group "argument") (#set! message "the argument '{name}' is there twice") (#set! related "'{name}' is here too"))
((argument_list [(keyword_argument) (dictionary_splat)] . (list_splat)* . [
    (identifier) (string) (integer) (float) (call) (attribute) (subscript) (binary_operator) (unary_operator) (boolean_operator) (not_operator) (comparison_operator) (list) (dictionary)
    (tuple) (set) (true) (false) (none) (lambda) (conditional_expression) (concatenated_string) (parenthesized_expression) (list_comprehension) (generator_expression) (await) (ellipsis)
  ] @rejected) @_ (#set! message "an argument without a name cannot follow one with a name"))
((argument_list (dictionary_splat) . (list_splat) @rejected) @_ (#set! message "'*' cannot follow '**' among the arguments"))
((for_in_clause right: (_) . "," @unexpected) @_ (#set! message "unexpected ',': what a comprehension runs over stands in parentheses"))

; ---- targets ----

([(slice (list_splat) @rejected) (parenthesized_expression (list_splat) @rejected)] @_ (#set! message "'*' cannot stand here"))
([(assignment type: (_) right: (assignment) @rejected) (assignment right: (assignment type: (_) @rejected))] @_ (#set! message "a target with a type is assigned by itself"))
((with_item (as_pattern alias: (as_pattern_target [(call) (binary_operator) (integer) (string) (true) (false) (none) (lambda) (comparison_operator)] @rejected))) @_ (#set! message "'{name}' cannot be assigned"))

((assignment left: (list_splat_pattern) @rejected) @_ (#set! message "a target with '*' stands in a list or tuple"))
([(assignment right: (list_splat) @rejected) (return_statement (list_splat) @rejected) (expression_statement (list_splat) @rejected) (augmented_assignment right: (list_splat) @rejected)] @_ (#set! message "'*' cannot stand here alone"))
([
  (pattern_list (list_splat_pattern) (list_splat_pattern) @rejected)
  (tuple_pattern (list_splat_pattern) (list_splat_pattern) @rejected)
  (list_pattern (list_splat_pattern) (list_splat_pattern) @rejected)
] @_ (#set! message "one target with '*' takes all that is left: there cannot be two"))
([(assignment left: [(list_pattern) (pattern_list) (tuple_pattern ",") (tuple_pattern (list_pattern))] @rejected type: (_))] @_ (#set! message "only a single target can have a type"))
([(augmented_assignment left: [(list_pattern) (pattern_list) (tuple_pattern ",")] @rejected)] @_ (#set! message "'{name}' cannot be assigned like this: one target at a time"))
([
  (delete_statement [
    (call) (binary_operator) (unary_operator) (boolean_operator) (not_operator) (comparison_operator) (conditional_expression) (lambda) (integer) (float) (string) (true) (false) (none) (dictionary) (set) (list_comprehension) (await) (ellipsis) (list_splat) (named_expression)
  ] @rejected)
  (delete_statement (expression_list [
    (call) (binary_operator) (unary_operator) (boolean_operator) (not_operator) (comparison_operator) (conditional_expression) (lambda) (integer) (float) (string) (true) (false) (none) (dictionary) (set) (list_comprehension) (await) (ellipsis)
  ] @rejected))
] @_ (#set! message "'{name}' cannot be deleted"))
([(list_comprehension body: (list_splat) @rejected) (set_comprehension body: (list_splat) @rejected) (generator_expression body: (list_splat) @rejected)] @_ (#set! message "'*' cannot stand in a comprehension"))

; ---- literals ----

((integer) @literal (#not-match? @literal "^(0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|[1-9](_?[0-9])*|0(_?0)*|[0-9](_?[0-9])*[jJ])$") (#match? @literal "^0[0-9_]*[1-9]")
  (#set! message "a number does not start with a zero: octal numbers are written 0o17")
  (#or!) (#not-match? @literal "^(0[xX](_?[0-9a-fA-F])+|0[oO](_?[0-7])+|0[bB](_?[01])+|[1-9](_?[0-9])*|0(_?0)*|[0-9](_?[0-9])*[jJ])$") (#not-match? @literal "^0[0-9_]*[1-9]")
  (#set! message "'{name}' is no number"))
((float) @literal (#not-match? @literal "^([0-9](_?[0-9])*)?\\.?([0-9](_?[0-9])*)?([eE][+-]?[0-9](_?[0-9])*)?[jJ]?$") (#set! message "'{name}' is no number"))
((string_start) @literal (#not-match? @literal "^([rRbBuUfFtT]|[rR][bBfFtT]|[bBfFtT][rR])?['\"]") (#set! message "there are no strings with such letters before the quote"))
((type_conversion) @literal (#not-any-of? @literal "!r" "!s" "!a") (#set! message "expected '!r', '!s' or '!a', found '{name}'"))
((string (string_start) @_start (string_content) @literal) @_ (#match? @_start "[bB]") (#match? @literal "[^\\x00-\\x7f]") (#set! message "bytes hold ASCII characters only: write others as \\xhh"))
((string (string_start) @_start (string_content) @literal) @_ (#match? @_start "^[uUfFtT]*[\"']") (#set! check "python-text") (#set! message "{name}"))
((string (string_start) @_start (string_content) @literal) @_ (#match? @_start "^[bB][\"']") (#set! check "python-bytes") (#set! message "{name}"))
((concatenated_string (string (string_start) @_first) . (string (string_start) @_second) @rejected) @_ (#match? @_first "[bB]") (#not-match? @_second "[bB]") (#set! message "bytes and text cannot be joined")
  (#or!) (#not-match? @_first "[bB]") (#match? @_second "[bB]") (#set! message "text and bytes cannot be joined"))
