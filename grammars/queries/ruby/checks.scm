; What the grammar takes and Ruby does not: https://docs.ruby-lang.org/en/master/syntax_rdoc.html. How this is written: ../checks.md.

; ---- contexts ----

[(method) (singleton_method)] @in.method
[(method parameters: (method_parameters (forward_parameter))) (singleton_method parameters: (method_parameters (forward_parameter)))] @in.forwarding
[(class) (module)] @in.class
(singleton_class) @in.class @in.singleton-class
[(block) (do_block) (lambda)] @in.block
[(while) (until) (for) (while_modifier) (until_modifier)] @in.loop
[(rescue) (rescue_modifier)] @in.rescue
[(method_parameters) (lambda_parameters) (block_parameters)] @in.parameters
[(in_clause pattern: (_) @in.pattern) (match_pattern pattern: (_) @in.pattern) (test_pattern pattern: (_) @in.pattern)] @_
(hash_pattern) @in.hash-pattern

; ---- names ----

; Behind a dot, in 'def' and where a symbol is meant any word is a name.
[
  (call receiver: (_) method: (identifier) @in.foreign)
  (method name: (identifier) @in.foreign)
  (singleton_method name: (identifier) @in.foreign)
  (keyword_parameter name: (identifier) @in.foreign)
  (alias (identifier) @in.foreign)
  (undef (identifier) @in.foreign)
] @_
((identifier) @reserved (#set! outside "foreign") (#set! message "'{name}' is a keyword and cannot be a name"))
([
  (assignment left: (identifier) @rejected)
  (operator_assignment left: (identifier) @rejected)
  (left_assignment_list (identifier) @rejected)
  (method_parameters (identifier) @rejected)
  (block_parameters (identifier) @rejected)
  (lambda_parameters (identifier) @rejected)
] @_ (#match? @rejected "^_[1-9]$") (#set! message "'{name}' is kept for the parameters of a block")
  (#or!) (#any-of? @rejected "__FILE__" "__LINE__" "__ENCODING__") (#set! message "'{name}' cannot be assigned"))
([
  (assignment left: [(self) (nil) (true) (false)] @rejected)
  (operator_assignment left: [(self) (nil) (true) (false)] @rejected)
] @_ (#set! message "'{name}' cannot be assigned"))
([
  (assignment left: (global_variable) @rejected)
  (operator_assignment left: (global_variable) @rejected)
] @_ (#match? @rejected "^\\$[1-9][0-9]*$") (#set! message "'{name}' cannot be assigned"))
([
  (assignment left: [(constant) (scope_resolution)] @rejected)
  (operator_assignment left: (constant) @rejected)
  (left_assignment_list (constant) @rejected)
] @_ (#set! inside "method") (#set! until "class") (#set! message "a constant cannot be assigned in a method"))
([(class "class" @rejected) (module "module" @rejected)] @_ (#set! outer "") (#set! inside "method") (#set! until "singleton-class") (#set! message "'{name}' cannot stand in a method"))

((method name: (identifier) @rejected) @_ (#match? @rejected "^_[1-9]$") (#set! message "'{name}' is kept for the parameters of a block"))
([
  (alias name: (global_variable) alias: [(identifier) (constant) (operator) (setter)] @rejected)
  (alias name: [(identifier) (constant) (operator) (setter)] alias: (global_variable) @rejected)
] @_ (#set! message "a method and a global variable cannot stand for each other"))
((alias alias: (global_variable) @rejected) @_ (#match? @rejected "^\\$[1-9]") (#set! message "'{name}' cannot get another name"))
([
  (array_pattern (identifier) @duplicate)
  (array_pattern (splat_parameter name: (identifier) @duplicate))
  (find_pattern (identifier) @duplicate)
  (keyword_pattern value: (identifier) @duplicate)
  (as_pattern name: (identifier) @duplicate)
] @_ (#not-match? @duplicate "^_") (#set! inside "pattern") (#set! unique "pattern") (#set! group "capture") (#set! message "'{name}' is bound here twice") (#set! related "it is bound here first"))
((keyword_pattern key: (hash_key_symbol) @duplicate) @_ (#set! inside "hash-pattern") (#set! unique "hash-pattern") (#set! group "key") (#set! message "the key '{name}' is there twice") (#set! related "it is here first"))
([(method name: (setter) @rejected "=" @_equals) (singleton_method name: (setter) @rejected "=" @_equals)] @_ (#set! message "a method that assigns has a body with 'end'"))
((singleton_method object: [(integer) (float) (string) (simple_symbol) (array) (hash) (regex)] @rejected) @_ (#set! message "a literal has no methods of its own"))

; ---- parameters ----

([
  (method_parameters (identifier) @rejected)
  (method_parameters [(optional_parameter name: (_) @rejected) (keyword_parameter name: (_) @rejected) (splat_parameter name: (_) @rejected) (hash_splat_parameter name: (_) @rejected) (block_parameter name: (_) @rejected)])
  (lambda_parameters (identifier) @rejected)
  (lambda_parameters [(optional_parameter name: (_) @rejected) (keyword_parameter name: (_) @rejected) (splat_parameter name: (_) @rejected) (hash_splat_parameter name: (_) @rejected) (block_parameter name: (_) @rejected)])
  (block_parameters (identifier) @rejected)
  (block_parameters [(optional_parameter name: (_) @rejected) (keyword_parameter name: (_) @rejected) (splat_parameter name: (_) @rejected) (hash_splat_parameter name: (_) @rejected) (block_parameter name: (_) @rejected)])
  (destructured_parameter (identifier) @rejected)
] @_ (#not-match? @rejected "^_") (#set! inside "parameters") (#set! unique "parameters") (#set! group "parameter") (#set! message "the parameter '{name}' is there twice") (#set! related "'{name}' is here too"))
([
  (method_parameters [(keyword_parameter) (hash_splat_parameter)] . [(identifier) (optional_parameter) (splat_parameter) (destructured_parameter)] @rejected)
  (lambda_parameters [(keyword_parameter) (hash_splat_parameter)] . [(identifier) (optional_parameter) (splat_parameter) (destructured_parameter)] @rejected)
  (method_parameters (hash_splat_parameter) . [(keyword_parameter) (hash_splat_parameter)] @rejected)
  (method_parameters (optional_parameter) . (identifier) . (optional_parameter) @rejected)
  (method_parameters (splat_parameter) . (optional_parameter) @rejected)
  (method_parameters (splat_parameter) . (splat_parameter) @rejected)
  (method_parameters (block_parameter) . (_) @rejected)
  (method_parameters (forward_parameter) . (_) @rejected)
  (block_parameters (forward_parameter) @rejected)
] @_ (#set! message "the parameter '{name}' cannot stand here"))
((call arguments: (argument_list (block_argument) @rejected) block: (_)) @_ (#set! message "a call takes one block: there is '{name}' and a block"))

((argument_list (block_argument) @_block . [
    (identifier) (constant) (call) (integer) (float) (string) (simple_symbol) (array) (hash) (splat_argument) (hash_splat_argument) (pair) (block_argument) (instance_variable) (nil) (true) (false) (self)
  ] @rejected) @_ (#set! message "no argument follows the block"))
([
  (return (argument_list (block_argument) @rejected))
  (break (argument_list (block_argument) @rejected))
  (next (argument_list (block_argument) @rejected))
] @_ (#set! message "a block can be given to a call only"))
((forward_argument) @rejected (#set! outside "forwarding") (#set! until "method") (#set! message "this method takes no '...'"))
([(argument_list (binary operator: ["and" "or"] @rejected)) (splat_argument (binary operator: ["and" "or"] @rejected))] @_ (#set! message "'{name}' cannot join arguments: write '&&' or '||', or put it into parentheses"))

; ---- statements ----

([
  (assignment right: [(return) (break) (next) (redo) (retry)] @rejected)
  (argument_list [(return) (break) (next) (redo) (retry)] @rejected)
  (splat_argument [(return) (break) (next)] @rejected)
  (pair value: [(return) (break) (next)] @rejected)
  (array [(return) (break) (next)] @rejected)
  (optional_parameter value: [(return) (break) (next)] @rejected)
  (keyword_parameter value: [(return) (break) (next)] @rejected)
] @_ (#set! message "'{name}' gives no value"))
([
  (binary left: (parenthesized_statements [(return) (break) (next)] @rejected .) operator: ["+" "-" "*" "/" "%" "==" "<" ">" "<<" "<=" ">=" "=~"])
  (binary operator: ["+" "-" "*" "/" "%" "==" "<" ">" "<<" "<=" ">=" "=~"] right: (parenthesized_statements [(return) (break) (next)] @rejected .))
  (unary operand: (parenthesized_statements [(return) (break) (next)] @rejected .))
  (unary operand: [(return) (break) (next)] @rejected)
  (if condition: (parenthesized_statements [(return) (break) (next)] @rejected .))
  (while condition: (parenthesized_statements [(return) (break) (next)] @rejected .))
] @_ (#set! message "'{name}' gives no value"))
((return "return" @rejected) @_ (#set! inside "class") (#set! outside "method block") (#set! until "class") (#set! message "'return' stands outside of a method"))
((yield "yield" @rejected) @_ (#set! outside "method class block") (#set! message "'yield' stands outside of a method"))
((break "break" @rejected) @_ (#set! outside "loop block") (#set! until "method class") (#set! message "'break' stands outside of a loop or block"))
((next "next" @rejected) @_ (#set! outside "loop block") (#set! until "method class") (#set! message "'next' stands outside of a loop or block"))
((redo) @rejected (#set! outside "loop block") (#set! until "method class") (#set! message "'redo' stands outside of a loop or block"))
((retry) @rejected (#set! outside "rescue") (#set! until "method class") (#set! message "'retry' stands outside of a 'rescue'"))
([
  (begin (_) @_before . (else "else" @rejected))
  (body_statement (_) @_before . (else "else" @rejected))
] @_ (#not-match? @_before "^rescue") (#set! message "'else' belongs to a 'rescue', and there is none"))
((begin . (else "else" @rejected)) @_ (#set! message "'else' belongs to a 'rescue', and there is none"))
([(case value: (_) . (else "else" @missing)) (case . (else "else" @missing))] @_ (#set! message "expected 'when' before 'else'"))

([(case value: (_) . "end" @missing) (case "case" . "end" @missing)] @_ (#set! message "expected 'when' before 'end'"))
((begin_block "BEGIN" @rejected) @_ (#set! inside "method class") (#set! message "'BEGIN' stands outside of everything else"))
([
  (if condition: [(if_modifier) (unless_modifier) (while_modifier) (until_modifier)] @rejected)
  (unless condition: [(if_modifier) (unless_modifier) (while_modifier) (until_modifier)] @rejected)
  (while condition: [(if_modifier) (unless_modifier) (while_modifier) (until_modifier)] @rejected)
] @_ (#set! message "a condition with a condition of its own stands in parentheses"))

; ---- expressions ----

([(operator_assignment left: (element_reference block: (_) @rejected)) (assignment left: (element_reference block: (_) @rejected))] @_ (#set! message "nothing can be assigned to a call with a block"))

([(range end: (range) @rejected) (range begin: (range) @rejected)] @_ (#set! message "ranges do not chain: put one into parentheses"))
([
  (binary operator: ["<=>" "==" "===" "!=" "=~" "!~"] right: (binary operator: ["<=>" "==" "===" "!=" "=~" "!~"] @rejected))
  (binary left: (binary operator: ["<=>" "==" "===" "!=" "=~" "!~"]) operator: ["<=>" "==" "===" "!=" "=~" "!~"] @rejected)
] @_ (#set! message "comparisons do not chain: put one into parentheses"))
([
  (assignment right: (unary operator: "not" @rejected operand: [(identifier) (call) (integer) (string) (constant) (instance_variable) (true) (false) (nil)]))
  (argument_list (unary operator: "not" @rejected operand: [(identifier) (call) (integer) (string) (constant) (instance_variable) (true) (false) (nil)]))
] @_ (#set! message "'not' cannot stand here: write '!' or put it into parentheses"))

; A call without parentheses among other arguments: most often a comma or colon is missing in it.
([
  (argument_list "," (call method: (identifier) @missing arguments: (argument_list) @_arguments))
  (argument_list (pair value: (call method: (identifier) @missing arguments: (argument_list) @_arguments)))
  (array (call method: (identifier) @missing arguments: (argument_list) @_arguments))
  (hash (pair value: (call method: (identifier) @missing arguments: (argument_list) @_arguments)))
] @_ (#match? @_arguments "^[A-Za-z0-9_@$\"':]") (#set! message "expected ',' or '(' after '{name}'"))
