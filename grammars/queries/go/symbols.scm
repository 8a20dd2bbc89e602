(type_spec name: (_) @name) @class
(type_spec name: (_) @name type: (struct_type)) @struct
(type_spec name: (_) @name type: (interface_type)) @interface
(type_alias name: (_) @name) @class
(function_declaration name: (_) @name) @function
(method_declaration name: (_) @name) @method
(field_declaration name: (_) @name) @field
(method_elem name: (_) @name) @method
(const_spec name: (identifier) @name) @constant
(source_file (var_declaration (var_spec name: (_) @name) @variable))
(source_file (var_declaration (var_spec_list (var_spec name: (_) @name) @variable)))
