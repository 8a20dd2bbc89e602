(class_declaration name: (_) @name) @class
(protocol_declaration name: (_) @name) @interface
(function_declaration name: (_) @name) @function
(protocol_function_declaration name: (_) @name) @method
(class_body (function_declaration name: (_) @name) @method)
(init_declaration "init" @name) @constructor
(deinit_declaration "deinit" @name) @method
(source_file (property_declaration name: (_) @name) @variable)
(class_body (property_declaration name: (_) @name) @property)
(protocol_property_declaration name: (_) @name) @property
(enum_entry name: (_) @name) @enummember
(typealias_declaration name: (_) @name) @class
