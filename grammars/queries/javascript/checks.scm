; inherits: ecma, jsx
; What the grammar takes and ECMAScript does not: its early errors, https://tc39.es/ecma262/. How this is written: ../checks.md.

; ---- contexts ----

; 'function' has its own this, arguments and labels; 'closure' also counts arrow functions.
[(function_declaration) (function_expression) (generator_function_declaration) (generator_function) (method_definition)] @in.function
[
  (function_declaration) (function_expression) (generator_function_declaration) (generator_function) (method_definition) (arrow_function)
  (field_definition) (class_static_block)
] @in.closure
[(function_declaration "async") (function_expression "async") (generator_function_declaration "async") (generator_function "async") (method_definition "async") (arrow_function "async")] @in.async
[(generator_function_declaration) (generator_function) (method_definition "*")] @in.generator
(class_static_block) @in.static
(method_definition) @in.method
(field_definition) @in.field
((method_definition name: (property_identifier) @_name) @in.constructor (#eq? @_name "constructor"))
(class_body) @in.class
[(class_body) (class_heritage)] @in.strict
[(class_declaration (class_heritage) body: (class_body) @in.derived) (class (class_heritage) body: (class_body) @in.derived)] @_
[(for_statement) (for_in_statement) (while_statement) (do_statement)] @in.loop
(switch_body) @in.switch
(labeled_statement label: (_) @name) @in.label
(object) @in.object
(computed_property_name) @in.computed
(template_substitution) @in.substitution

; Blocks that names of let, const and class belong to. A function's parameters belong to its body.
[(statement_block) (for_statement) (for_in_statement) (switch_body) (if_statement) (else_clause)] @in.scope

; Strict code: modules, classes, and what says so.
[(import_statement) (export_statement)] @file.strict @file.module
((program . (expression_statement (string (string_fragment) @_word))) @file.strict (#eq? @_word "use strict"))
((function_declaration body: (statement_block . (expression_statement (string (string_fragment) @_word)))) @in.strict (#eq? @_word "use strict"))
((function_expression body: (statement_block . (expression_statement (string (string_fragment) @_word)))) @in.strict (#eq? @_word "use strict"))
((generator_function_declaration body: (statement_block . (expression_statement (string (string_fragment) @_word)))) @in.strict (#eq? @_word "use strict"))
((generator_function body: (statement_block . (expression_statement (string (string_fragment) @_word)))) @in.strict (#eq? @_word "use strict"))
((method_definition body: (statement_block . (expression_statement (string (string_fragment) @_word)))) @in.strict (#eq? @_word "use strict"))
((arrow_function body: (statement_block . (expression_statement (string (string_fragment) @_word)))) @in.strict (#eq? @_word "use strict"))

; ---- names ----

; Names of another module and of elements may be any word.
[(import_specifier name: (_) @in.foreign alias: (_)) (export_specifier alias: (_) @in.foreign) (export_statement (export_clause) @in.foreign source: (_))] @_
(([(identifier) (shorthand_property_identifier) (shorthand_property_identifier_pattern) (statement_identifier)]) @reserved
  (#set! outside "foreign") (#set! message "'{name}' is a reserved word and cannot be a name")
  (#or!) (#any-of? @reserved "implements" "interface" "let" "package" "private" "protected" "public" "static" "yield")
  (#set! inside "strict") (#set! message "'{name}' is a reserved word in modules, classes and strict code")
  (#or!) (#eq? @reserved "yield") (#set! inside "generator") (#set! until "closure") (#set! message "'yield' is no name within a generator")
  (#or!) (#eq? @reserved "arguments") (#set! inside "field static") (#set! outside "computed") (#set! until "function") (#set! message "'arguments' is not available in a class field")
  (#or!) (#match? @reserved "\\\\u") (#set! check "javascript-name") (#set! message "{name}"))
([
  (variable_declarator name: (identifier) @rejected)
  (formal_parameters (identifier) @rejected)
  (catch_clause parameter: (identifier) @rejected)
  (labeled_statement label: (statement_identifier) @rejected)
  (unary_expression argument: (identifier) @rejected)
  (shorthand_property_identifier_pattern) @rejected
] @_ (#eq? @rejected "await") (#set! inside "async static module") (#set! until "closure") (#set! message "'await' is no name in a module or an async function"))

; Writing to eval and arguments.
([
  (assignment_expression left: (identifier) @rejected)
  (augmented_assignment_expression left: (identifier) @rejected)
  (update_expression argument: (identifier) @rejected)
  (variable_declarator name: (identifier) @rejected)
  (formal_parameters (identifier) @rejected)
  (arrow_function parameter: (identifier) @rejected)
  (catch_clause parameter: (identifier) @rejected)
  (for_in_statement left: (identifier) @rejected)
  (array_pattern (identifier) @rejected)
  (pair_pattern value: (identifier) @rejected)
  (rest_pattern (identifier) @rejected)
  (assignment_pattern left: (identifier) @rejected)
  (shorthand_property_identifier_pattern) @rejected
  (function_declaration name: (identifier) @rejected)
  (function_expression name: (identifier) @rejected)
  (generator_function_declaration name: (identifier) @rejected)
] @_ (#any-of? @rejected "eval" "arguments") (#set! inside "strict") (#set! message "'{name}' cannot be assigned or declared in strict code"))
((unary_expression operator: "delete" argument: (identifier) @rejected) @_ (#set! inside "strict") (#set! message "a variable cannot be deleted in strict code"))
((unary_expression operator: "delete" argument: (parenthesized_expression (identifier) @rejected)) @_ (#set! inside "strict") (#set! message "a variable cannot be deleted in strict code"))
((with_statement "with" @rejected) @_ (#set! inside "strict") (#set! message "'with' is not allowed in modules, classes and strict code"))

; ---- declarations ----

((lexical_declaration kind: "const" (variable_declarator name: (identifier) @missing !value)) @_ (#set! message "expected '=' and a value: a constant gets its value where it is declared"))
((variable_declaration (variable_declarator name: [(array_pattern) (object_pattern)] @missing !value)) @_ (#set! message "expected '=' and a value to take apart"))
((lexical_declaration (variable_declarator name: [(array_pattern) (object_pattern)] @missing !value)) @_ (#set! message "expected '=' and a value to take apart"))
((lexical_declaration (variable_declarator name: (identifier) @rejected)) @_ (#eq? @rejected "let") (#set! message "'let' cannot be the name of a variable of let or const"))

; The same name twice in one block. Those of var, functions and parameters may share one; the functions of a module may not.
([
  (variable_declaration (variable_declarator name: (identifier) @rejected))
  (function_declaration parameters: (formal_parameters [(identifier) @rejected (assignment_pattern left: (identifier) @rejected)]) body: (_) @within)
  (function_expression parameters: (formal_parameters [(identifier) @rejected (assignment_pattern left: (identifier) @rejected)]) body: (_) @within)
  (generator_function_declaration parameters: (formal_parameters [(identifier) @rejected (assignment_pattern left: (identifier) @rejected)]) body: (_) @within)
  (generator_function parameters: (formal_parameters [(identifier) @rejected (assignment_pattern left: (identifier) @rejected)]) body: (_) @within)
  (method_definition parameters: (formal_parameters [(identifier) @rejected (assignment_pattern left: (identifier) @rejected)]) body: (_) @within)
  (arrow_function parameters: (formal_parameters [(identifier) @rejected (assignment_pattern left: (identifier) @rejected)]) body: (statement_block) @within)
  (arrow_function parameter: (identifier) @rejected body: (statement_block) @within)
  (catch_clause parameter: (identifier) @rejected body: (_) @within)
] @_ (#set! unique "scope") (#set! weak "") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
([
  (function_declaration name: (identifier) @rejected)
  (generator_function_declaration name: (identifier) @rejected)
] @_ (#set! unique "scope") (#set! outer "") (#set! weak "") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
([
  (function_declaration name: (identifier) @rejected)
  (generator_function_declaration name: (identifier) @rejected)
] @_ (#set! unique "scope") (#set! outer "") (#set! inside "module") (#set! outside "scope closure") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
([
  (lexical_declaration (variable_declarator name: (identifier) @rejected))
  (class_declaration name: (identifier) @rejected)
  (import_clause (identifier) @rejected)
  (import_clause (namespace_import (identifier) @rejected))
  (import_specifier alias: (identifier) @rejected)
  (import_specifier name: (identifier) @rejected !alias)
  (for_in_statement kind: ["let" "const"] left: (identifier) @rejected)
] @_ (#set! unique "scope") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))

; Names that are taken out of an object or array by let and const.
((lexical_declaration (variable_declarator name: [(array_pattern) (object_pattern)] @in.lexical)) @_)
([
  (array_pattern (identifier) @rejected)
  (array_pattern (assignment_pattern left: (identifier) @rejected))
  (object_pattern (shorthand_property_identifier_pattern) @rejected)
  (object_pattern (object_assignment_pattern left: (shorthand_property_identifier_pattern) @rejected))
  (pair_pattern value: (identifier) @rejected)
  (pair_pattern value: (assignment_pattern left: (identifier) @rejected))
  (rest_pattern (identifier) @rejected)
] @_ (#set! inside "lexical") (#set! until "closure") (#set! unique "scope") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))

; What is declared is a name, whereas a plain assignment may go into any property.
[
  (formal_parameters [(array_pattern) (object_pattern) (rest_pattern) (assignment_pattern)] @in.binding)
  (variable_declarator name: [(array_pattern) (object_pattern)] @in.binding)
  (catch_clause parameter: [(array_pattern) (object_pattern)] @in.binding)
] @_
(assignment_expression left: (_) @in.assigned) @_
([
  (array_pattern [(member_expression) (subscript_expression)] @rejected)
  (array_pattern (assignment_pattern left: [(member_expression) (subscript_expression)] @rejected))
  (pair_pattern value: [(member_expression) (subscript_expression)] @rejected)
  (pair_pattern value: (assignment_pattern left: [(member_expression) (subscript_expression)] @rejected))
  (rest_pattern [(member_expression) (subscript_expression)] @rejected)
] @_ (#set! inside "binding") (#set! until "assigned closure") (#set! message "expected a name: '{name}' cannot be declared"))

; A declaration where only a statement may stand.
([
  (if_statement consequence: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration "async")] @rejected)
  (else_clause [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration "async")] @rejected)
  (while_statement body: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration)] @rejected)
  (do_statement body: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration)] @rejected)
  (for_statement body: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration)] @rejected)
  (for_in_statement body: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration)] @rejected)
  (with_statement body: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration)] @rejected)
  (labeled_statement body: [(lexical_declaration) (class_declaration) (generator_function_declaration) (function_declaration "async")] @rejected)
] @_ (#set! message "a declaration cannot stand here without a block: put it into '{' and '}'"))
([
  (if_statement consequence: (function_declaration) @rejected)
  (else_clause (function_declaration) @rejected)
  (labeled_statement body: (function_declaration) @rejected)
] @_ (#set! inside "strict") (#set! message "a function cannot be declared here without a block: put it into '{' and '}'"))
([
  (while_statement body: (labeled_statement body: (function_declaration) @rejected))
  (do_statement body: (labeled_statement body: (function_declaration) @rejected))
  (for_statement body: (labeled_statement body: (function_declaration) @rejected))
  (for_in_statement body: (labeled_statement body: (function_declaration) @rejected))
  (if_statement consequence: (labeled_statement body: (function_declaration) @rejected))
] @_ (#set! message "a function cannot be declared here"))

; ---- functions ----

((formal_parameters (rest_pattern) @rejected . (_)) @_ (#set! message "a rest parameter comes last"))
((formal_parameters (rest_pattern) @rejected . ",") @_ (#set! message "no comma follows a rest parameter"))
((formal_parameters (assignment_pattern left: (rest_pattern) @rejected)) @_ (#set! message "a rest parameter has no default"))
((array_pattern (rest_pattern) @rejected . [(_) ","]) @_ (#set! message "a rest element comes last"))
((object_pattern (rest_pattern) @rejected . [(_) ","]) @_ (#set! message "a rest element comes last"))
((object_pattern (rest_pattern [(object_pattern) (array_pattern)] @rejected)) @_ (#set! inside "lexical") (#set! until "closure") (#set! message "the rest of an object goes into one variable"))
((method_definition "get" parameters: (formal_parameters (_) @rejected)) @_ (#set! message "a getter takes no parameters"))
((method_definition "set" parameters: (formal_parameters . ")") @rejected) @_ (#set! message "a setter takes one parameter"))
((method_definition "set" parameters: (formal_parameters [(identifier) (assignment_pattern) (object_pattern) (array_pattern)] . "," . (_) @rejected)) @_ (#set! message "a setter takes one parameter"))
((method_definition "set" parameters: (formal_parameters (rest_pattern) @rejected)) @_ (#set! message "a setter takes one parameter, and not all the rest"))

; The same parameter twice: only a plain function whose parameters are just names may have that, and not in strict code.
[
  (function_declaration parameters: (formal_parameters [(assignment_pattern) (rest_pattern) (object_pattern) (array_pattern)]) @in.unique-parameters)
  (function_expression parameters: (formal_parameters [(assignment_pattern) (rest_pattern) (object_pattern) (array_pattern)]) @in.unique-parameters)
  (generator_function_declaration parameters: (formal_parameters [(assignment_pattern) (rest_pattern) (object_pattern) (array_pattern)]) @in.unique-parameters)
  (generator_function parameters: (formal_parameters [(assignment_pattern) (rest_pattern) (object_pattern) (array_pattern)]) @in.unique-parameters)
  (method_definition parameters: (formal_parameters [(assignment_pattern) (rest_pattern) (object_pattern) (array_pattern)]))
  (arrow_function parameters: (formal_parameters [(assignment_pattern) (rest_pattern) (object_pattern) (array_pattern)]))
] @in.complex
[(method_definition parameters: (formal_parameters) @in.unique-parameters) (arrow_function parameters: (formal_parameters) @in.unique-parameters)] @_
(formal_parameters) @in.parameters
([
  (formal_parameters (identifier) @rejected)
  (formal_parameters (assignment_pattern left: (identifier) @rejected))
  (object_pattern (shorthand_property_identifier_pattern) @rejected)
  (object_pattern (object_assignment_pattern left: (shorthand_property_identifier_pattern) @rejected))
  (array_pattern (identifier) @rejected)
  (array_pattern (assignment_pattern left: (identifier) @rejected))
  (pair_pattern value: (identifier) @rejected)
  (pair_pattern value: (assignment_pattern left: (identifier) @rejected))
  (rest_pattern (identifier) @rejected)
] @_ (#set! inside "unique-parameters") (#set! until "closure") (#set! unique "parameters") (#set! group "parameter") (#set! message "the parameter '{name}' is there twice") (#set! related "'{name}' is here too"))
((formal_parameters (identifier) @rejected) @_ (#set! inside "strict") (#set! unique "parameters") (#set! group "parameter") (#set! message "the parameter '{name}' is there twice") (#set! related "'{name}' is here too"))
((statement_block . (expression_statement (string (string_fragment) @_word) @rejected)) @_ (#eq? @_word "use strict") (#set! inside "complex") (#set! until "closure")
  (#set! message "'use strict' cannot stand in a function whose parameters have defaults or patterns"))

((return_statement) @rejected (#set! inside "module static") (#set! until "closure") (#set! message "'return' stands outside of a function"))
((await_expression "await" @rejected) @_ (#match? @_ "^await[ \t]+[A-Za-z0-9_$\"'{]") (#set! inside "closure") (#set! outside "async computed") (#set! until "closure") (#set! message "'await' stands in a function that is not async"))
((for_in_statement "await" @rejected) @_ (#set! inside "closure") (#set! outside "async computed") (#set! until "closure") (#set! message "'for await' stands in a function that is not async"))
((yield_expression "yield" @rejected) @_ (#match? @_ "^yield[ \t]+[A-Za-z0-9_$\"'{]") (#set! outside "generator computed") (#set! until "closure") (#set! message "'yield' stands in a function that is no generator: write 'function*'"))
(generator_function_declaration parameters: (formal_parameters) @in.generator-parameters) @_
(generator_function parameters: (formal_parameters) @in.generator-parameters) @_
(method_definition "*" parameters: (formal_parameters) @in.generator-parameters) @_
((yield_expression "yield" @rejected) @_ (#set! inside "generator-parameters") (#set! until "closure") (#set! message "'yield' cannot stand among the parameters"))
(function_declaration "async" parameters: (formal_parameters) @in.async-parameters) @_
(function_expression "async" parameters: (formal_parameters) @in.async-parameters) @_
(method_definition "async" parameters: (formal_parameters) @in.async-parameters) @_
(arrow_function "async" parameters: (formal_parameters) @in.async-parameters) @_
((await_expression "await" @rejected) @_ (#set! inside "async-parameters") (#set! until "closure") (#set! message "'await' cannot stand among the parameters"))
((meta_property "new" @rejected) @_ (#set! outside "function field static") (#set! message "'new.target' stands outside of a function"))

; ---- statements ----

((break_statement !label) @rejected (#set! outside "loop switch") (#set! until "closure") (#set! message "'break' stands in no loop and no switch"))
((continue_statement !label) @rejected (#set! outside "loop") (#set! until "closure") (#set! message "'continue' stands in no loop"))
((break_statement label: (statement_identifier) @rejected) @_ (#set! outside "label") (#set! same-name "") (#set! until "closure") (#set! message "no label '{name}' is around this 'break'"))
((continue_statement label: (statement_identifier) @rejected) @_ (#set! outside "label") (#set! same-name "") (#set! until "closure") (#set! message "no label '{name}' is around this 'continue'"))
((labeled_statement label: (_) @name body: (statement_block) @in.block-label) @_)
((labeled_statement label: (_) @name body: [(for_statement) (for_in_statement) (while_statement) (do_statement) (labeled_statement)] @in.loop-label) @_)
((continue_statement label: (statement_identifier) @rejected) @_ (#set! inside "block-label") (#set! outside "loop-label") (#set! same-name "") (#set! until "closure") (#set! message "'{name}' is no loop: only 'break' can leave it"))
((switch_default "default" @rejected) @_ (#set! unique "switch") (#set! group "default") (#set! message "this switch has a 'default' already{where}") (#set! related "the first 'default'"))
((try_statement "try" @missing !handler !finalizer) @_ (#set! message "expected 'catch' or 'finally' after this 'try'"))
((for_in_statement kind: "var" value: (_) @rejected) @_ (#set! inside "strict") (#set! message "the variable of 'for … in' gets no value here"))
((for_in_statement value: (_) @rejected operator: "of") @_ (#set! message "the variable of 'for … of' gets no value here"))
((for_in_statement left: (parenthesized_expression [(assignment_expression) (binary_expression) (number) (string) (object) (array) (call_expression)]) @rejected) @_ (#set! message "cannot assign to '{name}'"))
((import_statement "import" @rejected) @_ (#set! inside "scope closure") (#set! message "'import' stands at the top of a file only: use import() within a function or block"))
((export_statement "export" @rejected) @_ (#set! inside "scope closure") (#set! message "'export' stands at the top level only"))

; ---- modules ----

((export_statement "default" @rejected) @_ (#set! unique "file") (#set! group "default export") (#set! message "this file has a default export already{where}") (#set! related "the first default export"))
((export_specifier alias: (_) @rejected) @_ (#set! unique "file") (#set! group "export") (#set! message "'{name}' is already exported{where}") (#set! related "'{name}' is exported here"))
((export_specifier name: (_) @rejected !alias) @_ (#set! unique "file") (#set! group "export") (#set! message "'{name}' is already exported{where}") (#set! related "'{name}' is exported here"))
((export_statement (namespace_export (_) @rejected)) @_ (#set! unique "file") (#set! group "export") (#set! message "'{name}' is already exported{where}") (#set! related "'{name}' is exported here"))
((export_statement declaration: [(function_declaration name: (_) @rejected) (class_declaration name: (_) @rejected) (generator_function_declaration name: (_) @rejected)] !value) @_ (#not-match? @_ "^export[ \t]+default")
  (#set! unique "file") (#set! group "export") (#set! message "'{name}' is already exported{where}") (#set! related "'{name}' is exported here"))
((export_statement declaration: [(lexical_declaration (variable_declarator name: (identifier) @rejected)) (variable_declaration (variable_declarator name: (identifier) @rejected))]) @_
  (#set! unique "file") (#set! group "export") (#set! message "'{name}' is already exported{where}") (#set! related "'{name}' is exported here"))
((export_statement (export_clause (export_specifier name: "default" @rejected)) !source) @_ (#set! message "'default' is no variable that can be exported: write 'export default'"))

; ---- classes and objects ----

((expression_statement . (class "class" @missing !name)) @_ (#set! message "expected a name after 'class'"))
((method_definition name: (property_identifier) @rejected) @_ (#eq? @rejected "constructor") (#not-match? @_ "^(static|get|set|async|\\*)") (#set! inside "class") (#set! until "object") (#set! unique "class") (#set! group "constructor") (#set! message "a class has one constructor: there is one{where}") (#set! related "the first constructor"))
((method_definition ["get" "set" "*" "async"] name: (property_identifier) @rejected) @_ (#eq? @rejected "constructor") (#not-match? @_ "^static") (#set! inside "class") (#set! until "object") (#set! message "a constructor is an ordinary method"))
((field_definition property: [(property_identifier) (string (string_fragment))] @rejected) @_ (#any-of? @rejected "constructor" "'constructor'" "\"constructor\"") (#set! message "a field cannot be called 'constructor'"))
((method_definition "static" name: (property_identifier) @rejected) @_ (#eq? @rejected "prototype") (#set! message "a static member cannot be called 'prototype'"))
((method_definition "static" name: (string) @rejected) @_ (#any-of? @rejected "'prototype'" "\"prototype\"") (#set! message "a static member cannot be called 'prototype'"))
((field_definition "static" property: [(property_identifier) (string)] @rejected) @_ (#any-of? @rejected "prototype" "'prototype'" "\"prototype\"") (#set! message "a static member cannot be called 'prototype'"))
((private_property_identifier) @rejected (#eq? @rejected "#constructor") (#set! message "a private member cannot be called '#constructor'"))

((field_definition property: (private_property_identifier) @definition) @_ (#set! defined "class") (#set! group "private"))
((method_definition name: (private_property_identifier) @definition) @_ (#set! defined "class") (#set! group "private"))
((private_property_identifier) @file.escaped (#match? @file.escaped "\\\\"))
((member_expression property: (private_property_identifier) @rejected) @_ (#set! outside "escaped") (#set! undefined "class") (#set! group "private") (#set! message "no class around this declares '{name}'"))
((binary_expression left: (private_property_identifier) @rejected) @_ (#set! outside "escaped") (#set! undefined "class") (#set! group "private") (#set! message "no class around this declares '{name}'"))
((field_definition property: (private_property_identifier) @rejected) @_ (#set! unique "class") (#set! group "private member") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
((method_definition name: (private_property_identifier) @rejected) @_ (#not-match? @_ "^(static\\s+)?(get|set)\\s") (#set! unique "class") (#set! group "private member") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
((method_definition "get" name: (private_property_identifier) @rejected) @_ (#set! unique "class") (#set! group "private getter") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
((method_definition "set" name: (private_property_identifier) @rejected) @_ (#set! unique "class") (#set! group "private setter") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
((method_definition ["get" "set"] name: (private_property_identifier) @rejected) @_ (#set! unique "class") (#set! group "private member") (#set! weak "") (#set! message "'{name}' is already declared{where}") (#set! related "'{name}' is declared here"))
((unary_expression operator: "delete" argument: (member_expression property: (private_property_identifier) @rejected)) @_ (#set! message "a private member cannot be deleted"))
((unary_expression operator: "delete" argument: (parenthesized_expression (member_expression property: (private_property_identifier) @rejected))) @_ (#set! message "a private member cannot be deleted"))

((call_expression function: (super) @rejected) @_ (#set! outside "constructor computed") (#set! until "function field static") (#set! message "super() can only be called in the constructor of a class"))
((call_expression function: (super) @rejected) @_ (#set! inside "constructor") (#set! outside "derived") (#set! until "class") (#set! message "super() needs a class that extends another one"))
((super) @rejected (#set! outside "method field static computed") (#set! until "function") (#set! message "'super' can only stand in a method"))

((pair key: (property_identifier) @rejected) @_ (#eq? @rejected "__proto__") (#set! unique "object") (#set! message "'__proto__' is there twice") (#set! related "the first one"))

((class_heritage [(binary_expression) (unary_expression) (arrow_function) (assignment_expression) (ternary_expression) (update_expression) (await_expression)] @rejected) @_ (#set! message "put what is extended into parentheses"))
([
  (expression_statement (super) @missing)
  (parenthesized_expression (super) @missing)
  (new_expression constructor: (super) @missing)
  (arguments (super) @missing)
  (binary_expression (super) @missing)
] @_ (#set! message "expected '.', '[' or '(' after 'super'"))

; ---- expressions ----

([(assignment_expression left: (parenthesized_expression [
    (assignment_expression) (augmented_assignment_expression) (binary_expression) (unary_expression) (ternary_expression) (arrow_function) (function_expression) (await_expression)
    (yield_expression) (number) (string) (this) (true) (false) (null) (object) (array) (sequence_expression) (new_expression) (update_expression) (template_string) (regex) (class) (meta_property)
  ]) @rejected)
  (augmented_assignment_expression left: (parenthesized_expression [
    (assignment_expression) (augmented_assignment_expression) (binary_expression) (unary_expression) (ternary_expression) (arrow_function) (function_expression) (await_expression)
    (yield_expression) (number) (string) (this) (true) (false) (null) (object) (array) (sequence_expression) (new_expression) (update_expression) (template_string) (regex) (class) (meta_property)
  ]) @rejected)
] @_ (#set! message "cannot assign to '{name}': it is neither a variable nor a property"))
((update_expression argument: [
    (update_expression) (number) (string) (this) (true) (false) (null) (object) (array) (new_expression) (template_string) (regex) (function_expression) (class) (unary_expression) (await_expression) (meta_property)
  ] @rejected) @_ (#set! message "cannot assign to '{name}': it is neither a variable nor a property"))
([
  (assignment_expression left: (member_expression (optional_chain) @rejected))
  (assignment_expression left: (subscript_expression (optional_chain) @rejected))
  (assignment_expression left: (member_expression object: (member_expression (optional_chain) @rejected)))
  (augmented_assignment_expression left: (member_expression (optional_chain) @rejected))
  (augmented_assignment_expression left: (subscript_expression (optional_chain) @rejected))
  (update_expression argument: (member_expression (optional_chain) @rejected))
  (update_expression argument: (subscript_expression (optional_chain) @rejected))
] @_ (#set! message "cannot assign to an optional chain"))
((new_expression constructor: (member_expression (optional_chain) @rejected)) @_ (#set! message "'new' takes no optional chain"))
((call_expression function: (member_expression (optional_chain) @rejected) arguments: (template_string)) @_ (#set! message "a template cannot follow an optional chain"))
((binary_expression left: (unary_expression) @rejected operator: "**") @_ (#set! message "put '{name}' into parentheses: '**' does not follow a unary operator"))
((binary_expression left: (await_expression) @rejected operator: "**") @_ (#set! message "put '{name}' into parentheses: '**' does not follow 'await'"))
([
  (binary_expression left: (binary_expression operator: ["||" "&&"]) operator: "??" @rejected)
  (binary_expression operator: "??" @rejected right: (binary_expression operator: ["||" "&&"]))
  (binary_expression left: (binary_expression operator: "??" @rejected) operator: ["||" "&&"])
  (binary_expression operator: ["||" "&&"] right: (binary_expression operator: "??" @rejected))
] @_ (#set! message "'??' stands together with '||' or '&&' only in parentheses"))
((call_expression function: (import) arguments: (arguments . ")" @missing)) @_ (#set! message "expected what to import"))
((call_expression function: (import) arguments: (arguments (spread_element) @rejected)) @_ (#set! message "import() takes no spread"))
((new_expression constructor: (call_expression function: (import)) @rejected) @_ (#set! message "import() is no constructor"))
([

  (update_expression argument: (call_expression function: (import)) @rejected)

] @_ (#set! message "cannot assign to '{name}'"))
([
  (binary_expression right: (assignment_expression "=" @rejected))
  (binary_expression right: (augmented_assignment_expression operator: _ @rejected))
  (unary_expression argument: (assignment_expression "=" @rejected))
] @_ (#set! message "cannot assign here: put the assignment into parentheses, or compare with '=='"))
([(binary_expression right: (arrow_function) @rejected) (unary_expression argument: (arrow_function) @rejected)] @_ (#set! message "put the arrow function into parentheses"))
([
  (binary_expression left: (yield_expression) @rejected)
  (binary_expression right: (yield_expression) @rejected)
  (unary_expression argument: (yield_expression) @rejected)
  (await_expression (yield_expression) @rejected)
] @_ (#set! message "put 'yield' into parentheses"))
((call_expression function: (import) arguments: (arguments (_) . (_) . (_) @rejected)) @_ (#set! message "import() takes no more than two arguments"))
((throw_statement "throw" @missing) @_ (#match? @_ "^throw[ \t]*\r?\n") (#set! message "expected the value on the line of 'throw'"))

; ---- literals ----

((number) @literal (#match? @literal "^0[0-9]") (#set! inside "strict") (#set! message "a number does not start with a zero here: octal numbers are written 0o17"))
((string (escape_sequence) @literal) @_ (#match? @literal "^\\\\([1-9]|0[0-9])") (#set! inside "strict") (#set! message "octal escapes are not allowed in strict code"))
((call_expression arguments: (template_string) @in.tagged) @_)
((template_string (escape_sequence) @literal) @_ (#match? @literal "^\\\\([1-9]|0[0-9])") (#set! outside "tagged") (#set! until "substitution") (#set! message "octal escapes are not allowed in a template"))
(([(string (escape_sequence) @literal) (template_string (escape_sequence) @literal)]) @_ (#match? @literal "^\\\\u\\{0*([2-9a-fA-F][0-9a-fA-F]{5,}|1[1-9a-fA-F][0-9a-fA-F]{4,}|10[0-9a-fA-F]{5,})\\}") (#set! outside "tagged") (#set! until "substitution") (#set! message "'{name}' is no character: the last one is \\u{10FFFF}"))
((regex) @literal (#set! check "javascript-regex") (#set! message "{name}"))
