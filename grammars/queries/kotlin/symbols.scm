(class_declaration (type_identifier) @name) @class
(object_declaration (type_identifier) @name) @class
(function_declaration (simple_identifier) @name) @function
(class_body (function_declaration (simple_identifier) @name) @method)
(source_file (property_declaration (variable_declaration (simple_identifier) @name)) @variable)
(class_body (property_declaration (variable_declaration (simple_identifier) @name)) @property)
(enum_entry (simple_identifier) @name) @enummember
(type_alias (type_identifier) @name) @interface
