; inherits: ecma
; What the grammar takes and TypeScript's parser does not; what only its checker refuses is left to that. How this is written: ../checks.md.

; ---- contexts ----

[
  (function_declaration) (function_expression) (generator_function_declaration) (generator_function) (method_definition) (arrow_function)
  (public_field_definition) (class_static_block)
] @in.closure
[
  (function_declaration "async") (function_expression "async") (generator_function_declaration "async") (generator_function "async") (method_definition "async") (arrow_function "async")
] @in.async
(computed_property_name) @in.computed

; ---- names ----

; Names of another module may be any word.
[(import_specifier name: (_) @in.foreign alias: (_)) (export_specifier alias: (_) @in.foreign) (export_statement (export_clause) @in.foreign source: (_))] @_
(([(identifier) (type_identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern) (statement_identifier)]) @reserved
  (#set! outside "foreign") (#set! message "'{name}' is a reserved word and cannot be a name"))

; ---- functions and statements ----

((await_expression "await" @rejected) @_ (#match? @_ "^await[ \t]+[A-Za-z0-9_$\"'{]") (#set! inside "closure") (#set! outside "async computed") (#set! until "closure") (#set! message "'await' stands in a function that is not async"))
((for_in_statement "await" @rejected) @_ (#set! inside "closure") (#set! outside "async computed") (#set! until "closure") (#set! message "'for await' stands in a function that is not async"))
((try_statement "try" @missing !handler !finalizer) @_ (#set! message "expected 'catch' or 'finally' after this 'try'"))
((ambient_declaration (module name: (identifier) @missing !body)) @_ (#not-eq? @missing "global") (#set! message "expected a block with what is in '{name}'"))

((required_parameter pattern: (non_null_expression "!" @unexpected)) @_ (#set! message "unexpected '!': a parameter is no value"))
((function_type parameters: (formal_parameters (required_parameter decorator: (_) @unexpected))) @_ (#set! message "a type has no decorators"))

; ---- expressions ----


((parenthesized_expression type: (type_annotation) ")" @missing) @_ (#set! message "expected '=>' after the parameters"))
([
  (binary_expression right: (assignment_expression "=" @rejected))
  (binary_expression right: (augmented_assignment_expression operator: _ @rejected))
  (unary_expression argument: (assignment_expression "=" @rejected))
] @_ (#set! message "cannot assign here: put the assignment into parentheses, or compare with '=='"))
([(binary_expression right: (arrow_function) @rejected) (unary_expression argument: (arrow_function) @rejected)] @_ (#set! message "put the arrow function into parentheses"))
((binary_expression left: [(unary_expression) (await_expression)] @rejected operator: "**") @_ (#set! message "put '{name}' into parentheses: '**' does not follow a unary operator"))
((new_expression constructor: (member_expression (optional_chain) @rejected)) @_ (#set! message "'new' takes no optional chain"))
((call_expression function: (member_expression (optional_chain) @rejected) arguments: (template_string)) @_ (#set! message "a template cannot follow an optional chain"))
((member_expression object: (instantiation_expression) property: (_) @rejected) @_ (#set! message "nothing of a generic value with type arguments can be taken: put it into parentheses"))

; ---- literals ----

