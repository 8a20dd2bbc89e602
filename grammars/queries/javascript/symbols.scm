(class_declaration name: (_) @name) @class
(method_definition name: (_) @name) @method
(field_definition property: (_) @name) @field
(function_declaration name: (_) @name) @function
(generator_function_declaration name: (_) @name) @function
(program (lexical_declaration (variable_declarator name: (identifier) @name) @variable))
(program (variable_declaration (variable_declarator name: (identifier) @name) @variable))
(export_statement (lexical_declaration (variable_declarator name: (identifier) @name) @variable))
(lexical_declaration (variable_declarator name: (identifier) @name value: [(arrow_function) (function_expression)]) @function)
