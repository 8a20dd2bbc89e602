(class_definition name: (_) @name) @class
(function_definition name: (_) @name) @function
(class_definition body: (block (function_definition name: (_) @name) @method))
(class_definition body: (block (decorated_definition (function_definition name: (_) @name) @method)))
(class_definition body: (block (expression_statement (assignment left: (identifier) @name) @field)))
(module (expression_statement (assignment left: (identifier) @name) @variable))
