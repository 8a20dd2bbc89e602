(class_declaration name: (_) @name) @class
(abstract_class_declaration name: (_) @name) @class
(interface_declaration name: (_) @name) @interface
(enum_declaration name: (_) @name) @enum
(enum_body name: (_) @name @enummember)
(enum_assignment name: (_) @name) @enummember
(type_alias_declaration name: (_) @name) @interface
(module name: (_) @name) @namespace
(internal_module name: (_) @name) @namespace
(method_definition name: (_) @name) @method
(abstract_method_signature name: (_) @name) @method
(method_signature name: (_) @name) @method
(property_signature name: (_) @name) @property
(public_field_definition name: (_) @name) @field
(function_declaration name: (_) @name) @function
(function_signature name: (_) @name) @function
(generator_function_declaration name: (_) @name) @function
(program (lexical_declaration (variable_declarator name: (identifier) @name) @variable))
(program (variable_declaration (variable_declarator name: (identifier) @name) @variable))
(export_statement (lexical_declaration (variable_declarator name: (identifier) @name) @variable))
(lexical_declaration (variable_declarator name: (identifier) @name value: [(arrow_function) (function_expression)]) @function)
