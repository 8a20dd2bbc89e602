; inherits: c
(namespace_definition name: (_) @name) @namespace
(class_specifier name: (_) @name body: (_)) @class
(concept_definition name: (_) @name) @interface
(alias_declaration name: (_) @name) @class
(function_definition declarator: (function_declarator declarator: (field_identifier) @name)) @method
(function_definition declarator: (function_declarator declarator: (qualified_identifier) @name)) @method
(function_definition declarator: (function_declarator declarator: (destructor_name) @name)) @method
(function_definition declarator: (function_declarator declarator: (operator_name) @name)) @operator
(function_definition declarator: (reference_declarator (function_declarator declarator: [(identifier) (field_identifier) (qualified_identifier) (operator_name)] @name))) @method
(field_declaration declarator: (function_declarator declarator: (field_identifier) @name)) @method
