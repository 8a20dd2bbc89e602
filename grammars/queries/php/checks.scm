; What the grammar takes and PHP's compiler does not, whatever the version from 8.0 on. How this is written: ../checks.md.

; ---- contexts ----

[(for_statement) (foreach_statement) (while_statement) (do_statement) (switch_statement)] @in.loop
(switch_statement) @in.switch
(match_expression) @in.match
[(function_definition) (method_declaration) (anonymous_function) (arrow_function) (property_hook)] @in.function
([(function_definition return_type: (primitive_type) @_type) (method_declaration return_type: (primitive_type) @_type) (anonymous_function return_type: (primitive_type) @_type)] @in.void
  (#match? @_type "(?i)^void$"))
[(function_definition return_type: (bottom_type)) (method_declaration return_type: (bottom_type)) (anonymous_function return_type: (bottom_type))] @in.never
[(class_declaration) (anonymous_class) (interface_declaration) (trait_declaration) (enum_declaration)] @in.type
[(class_declaration) (anonymous_class)] @in.class
(class_declaration (abstract_modifier)) @in.abstract
(interface_declaration) @in.interface
(compound_statement) @in.block
(colon_block) @in.block
(namespace_definition) @file.namespace
(namespace_definition body: (compound_statement) @in.namespace-block)
(namespace_definition body: (compound_statement)) @file.namespace-blocks
(enum_declaration ":" @_ body: (_) @in.backed)
(enum_declaration) @in.enum

; ---- names ----

([
  (class_declaration name: (name) @rejected)
  (interface_declaration name: (name) @rejected)
  (trait_declaration name: (name) @rejected)
  (enum_declaration name: (name) @rejected)
  (base_clause (name) @rejected)
  (class_interface_clause (name) @rejected)
  (namespace_use_clause !type alias: (name) @rejected)
] @_ (#match? @rejected "(?i)^(self|parent|static|int|float|bool|string|true|false|null|void|iterable|object|mixed|never)$")
  (#set! message "'{name}' is a reserved word and cannot name a class"))
((namespace_use_group (namespace_use_clause (qualified_name) @unexpected)) @_ (#match? @unexpected "^\\\\") (#set! message "unexpected '\\' before '{name}': the name goes on from the one before the braces"))
([
  (simple_parameter name: (variable_name) @rejected)
  (variadic_parameter name: (variable_name) @rejected)
  (anonymous_function_use_clause (variable_name) @rejected)
  (global_declaration (variable_name) @rejected)
  (static_variable_declaration name: (variable_name) @rejected)
] @_ (#eq? @rejected "$this") (#set! message "'$this' cannot be declared"))
((assignment_expression left: (variable_name) @rejected) @_ (#eq? @rejected "$this") (#set! message "nothing can be assigned to '$this'"))

; ---- what stands twice ----

([
  (simple_parameter name: (variable_name) @duplicate)
  (variadic_parameter name: (variable_name) @duplicate)
  (property_promotion_parameter name: (variable_name) @duplicate)
  (anonymous_function_use_clause (variable_name) @duplicate)
] @_
  (#set! unique "function") (#set! group "parameter") (#set! message "the parameter '{name}' stands here twice") (#set! related "it stands here first"))
((method_declaration name: (name) @duplicate) @_
  (#set! outer "") (#set! inside "type") (#set! unique "type") (#set! group "method") (#set! message "the method '{name}' is already declared{where}") (#set! related "it is declared here first"))
((property_element name: (variable_name) @duplicate) @_
  (#set! inside "type") (#set! unique "type") (#set! group "property") (#set! message "the property '{name}' is already declared{where}") (#set! related "it is declared here first"))
([(enum_case name: (name) @duplicate) (const_declaration (const_element . (name) @duplicate))] @_
  (#set! inside "type") (#set! outside "function") (#set! until "type") (#set! unique "type") (#set! group "constant") (#set! message "the constant '{name}' is already declared{where}") (#set! related "it is declared here first"))
((function_definition name: (name) @duplicate) @_
  (#set! outer "") (#set! outside "block namespace") (#set! unique "block") (#set! group "function") (#set! message "the function '{name}' is already declared{where}") (#set! related "it is declared here first"))
((default_statement "default" @duplicate) @_ (#set! unique "switch") (#set! group "default") (#set! message "a second 'default': there is one{where}") (#set! related "the first 'default'"))
((match_default_expression "default" @duplicate) @_ (#set! unique "match") (#set! group "default") (#set! message "a second 'default': there is one{where}") (#set! related "the first 'default'"))

; ---- namespaces and enums ----

((namespace_definition "namespace" @rejected) @_ (#set! outer "") (#set! inside "namespace-block") (#set! message "a namespace cannot stand in another one"))
((namespace_definition name: (_) @missing !body) @_ (#set! inside "namespace-blocks") (#set! message "expected a block in braces: another namespace of this file has one"))
((namespace_definition body: (compound_statement)) @related . [
  (echo_statement) (expression_statement) (function_definition) (class_declaration) (interface_declaration) (trait_declaration) (enum_declaration) (const_declaration) (namespace_use_declaration)
  (if_statement) (for_statement) (foreach_statement) (while_statement) (try_statement) (return_statement) (switch_statement)
] @rejected (#not-match? @rejected "^__(halt|HALT)_") (#set! message "nothing stands outside of the namespaces, since they have blocks"))
((enum_case name: (name) @missing !value) @_ (#set! inside "backed") (#set! until "enum") (#set! message "expected '=' and a value: the enum has a type"))
((enum_case value: (_) @rejected) @_ (#set! outside "backed") (#set! until "enum") (#set! message "a case has a value only where the enum has a type"))
([(property_element default_value: (object_creation_expression) @rejected) (const_declaration (const_element (object_creation_expression) @rejected))] @_
  (#set! inside "type") (#set! outside "function") (#set! until "type") (#set! message "a new object cannot be the value of a property or a class constant: give it in the constructor"))
((const_declaration (const_element . (name) @rejected)) @_ (#match? @rejected "(?i)^class$") (#set! inside "type") (#set! message "'{name}' cannot name a constant: it gives the name of the class"))
((declare_directive "strict_types" (_) @rejected) @_ (#not-any-of? @rejected "0" "1") (#set! message "'strict_types' is 0 or 1"))

; ---- modifiers ----

([
  (_ (final_modifier) @related (final_modifier) @rejected)
  (_ (static_modifier) @related (static_modifier) @rejected)
  (_ (abstract_modifier) @related (abstract_modifier) @rejected)
  (_ (readonly_modifier) @related (readonly_modifier) @rejected)
] @_ (#set! message "'{name}' stands here twice"))
((_ (visibility_modifier) @related (visibility_modifier) @rejected) @_ (#not-match? @related "\\(") (#not-match? @rejected "\\(") (#set! message "'{name}' contradicts '{related}': there can be one of them"))
([(_ (abstract_modifier) @related (final_modifier) @rejected) (_ (final_modifier) @related (abstract_modifier) @rejected)] @_ (#set! message "'{name}' contradicts '{related}': there can be one of them"))
((const_declaration [(static_modifier) (abstract_modifier) (readonly_modifier) (var_modifier)] @rejected) @_ (#set! message "a constant cannot be '{name}'"))
((method_declaration [(readonly_modifier) (var_modifier)] @rejected) @_ (#set! message "a method cannot be '{name}'"))
((method_declaration (static_modifier) @rejected name: (name) @_name) @_
  (#match? @_name "(?i)^__(construct|destruct|clone|get|set|isset|unset|call|tostring|serialize|unserialize|sleep|wakeup|debuginfo)$") (#set! message "'{name}' cannot be static here: PHP calls this method on an object"))

((property_declaration (readonly_modifier) . (property_element) @missing) @_ (#set! message "expected a type: a property that is 'readonly' has one"))
([(property_declaration (readonly_modifier) @related (static_modifier) @rejected) (property_declaration (static_modifier) @related (readonly_modifier) @rejected)] @_ (#set! message "'{name}' contradicts '{related}'"))
((optional_type [(primitive_type) (bottom_type)] @rejected) @_ (#match? @rejected "(?i)^(mixed|void|never|null)$") (#set! message "'{name}' cannot follow '?'"))
((method_declaration (visibility_modifier) @rejected) @_ (#any-of? @rejected "private" "protected") (#set! outer "") (#set! inside "interface") (#set! until "class function") (#set! message "a method of an interface is public"))

; ---- methods ----

((method_declaration (abstract_modifier) @related body: (compound_statement "{" @rejected)) @_ (#set! message "an abstract method has no body: expected ';'"))
((method_declaration (abstract_modifier) @rejected) @_ (#set! inside "class") (#set! outside "abstract") (#set! until "type") (#set! message "an abstract method stands in a class that is not abstract"))
((method_declaration body: (compound_statement "{" @rejected)) @_ (#set! outer "") (#set! inside "interface") (#set! until "class function") (#set! message "a method of an interface has no body: expected ';'"))
((method_declaration name: (name) @missing !body) @_m (#not-match? @_m "(?i)(^|[^$\\w])abstract\\s")
  (#set! outer "") (#set! inside "class") (#set! outside "interface") (#set! until "type") (#set! message "expected a body in braces: the method '{name}' is not abstract"))
([(method_declaration name: (name) @_name return_type: (_) @rejected)] @_ (#match? @_name "(?i)^__(construct|destruct)$") (#set! message "'{name}' cannot stand here: a constructor or destructor returns nothing"))
([(simple_parameter type: (primitive_type) @rejected) (variadic_parameter type: (primitive_type) @rejected) (property_declaration type: (primitive_type) @rejected)] @_
  (#match? @rejected "(?i)^void$") (#set! message "only functions can be 'void', for they return nothing"))
((property_declaration type: (primitive_type) @rejected) @_ (#match? @rejected "(?i)^callable$") (#set! message "a property cannot be 'callable'"))

; ---- statements and expressions ----

((formal_parameters (variadic_parameter) @rejected . "," . (_)) @_ (#set! message "the parameter that takes the rest must be the last one"))
([
  (arguments (argument name: (_)) . (argument !name) @rejected)
  (arguments (argument . (variadic_unpacking)) . (argument !name) @rejected)
] @_ (#not-match? @rejected "^\\.\\.\\.") (#set! message "an argument without a name cannot follow one with a name or with '...'"))
((function_call_expression function: (name) @_name arguments: (arguments (argument [
    (integer) (float) (string) (encapsed_string) (boolean) (binary_expression) (unary_op_expression) (function_call_expression) (member_call_expression) (scoped_call_expression)
  ] @rejected))) @_ (#match? @_name "(?i)^isset$") (#set! message "'isset' asks for variables: compare the value of an expression with null"))
((assignment_expression left: (list_literal) @empty) @_ (#match? @empty "^(\\[[\\s,]*\\]|(?i:list)\\s*\\([\\s,]*\\))$") (#set! message "expected a variable to put something into"))
((assignment_expression left: [(function_call_expression) (member_call_expression) (scoped_call_expression) (nullsafe_member_access_expression) (nullsafe_member_call_expression)] @rejected) @_
  (#set! message "'{name}' cannot be assigned"))
((yield_expression "yield" @rejected) @_ (#set! outside "function") (#set! message "'yield' stands outside of a function"))
([(break_statement (integer) @rejected) (continue_statement (integer) @rejected)] @_ (#eq? @rejected "0") (#set! message "the number of loops to leave is at least 1"))

([(break_statement "break" @rejected) (continue_statement "continue" @rejected)] @_ (#set! outside "loop") (#set! until "function") (#set! message "'{name}' stands outside of any loop or switch"))
((return_statement . (_) @rejected) @_ (#not-match? @_ "(?i)^return\\s*([;?]|/\\*|//|#|$)") (#set! inside "void") (#set! until "function") (#set! message "a function that is 'void' returns no value"))
((return_statement) @rejected @_ (#set! inside "never") (#set! until "function") (#set! message "a function that is 'never' does not return"))
((reference_assignment_expression right: (object_creation_expression) @rejected) @_ (#set! message "a new object cannot be assigned by reference: expected '=' without '&'"))
((object_creation_expression (arguments (variadic_placeholder) @rejected)) @_ (#set! message "'...' makes a closure of a function, but not of 'new'"))
((nullsafe_member_call_expression arguments: (arguments (variadic_placeholder) @rejected)) @_ (#set! message "'...' makes no closure behind '?->'"))
((cast_expression type: (cast_type) @rejected) @_ (#match? @rejected "(?i)^(real|unset)$") (#set! message "there is no cast to '{name}' any more"))
((escape_sequence) @literal (#match? @literal "^\\\\u\\{0*([1-9a-fA-F][0-9a-fA-F]{6,}|(1[1-9a-fA-F]|[2-9a-fA-F][0-9a-fA-F])[0-9a-fA-F]{4})\\}$") (#set! message "there is no character with such a number: the last one is 10FFFF"))
((declare_statement (namespace_definition) @missing) @_ (#set! message "expected ';' between 'declare (…)' and 'namespace'"))
