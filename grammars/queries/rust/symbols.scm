(mod_item name: (_) @name) @module
(struct_item name: (_) @name) @struct
(union_item name: (_) @name) @struct
(enum_item name: (_) @name) @enum
(enum_variant name: (_) @name) @enummember
(trait_item name: (_) @name) @interface
(impl_item type: (_) @name) @class
(type_item name: (_) @name) @class
(function_item name: (_) @name) @function
(declaration_list (function_item name: (_) @name) @method)
(function_signature_item name: (_) @name) @method
(field_declaration name: (_) @name) @field
(const_item name: (_) @name) @constant
(static_item name: (_) @name) @variable
(macro_definition name: (_) @name) @function
