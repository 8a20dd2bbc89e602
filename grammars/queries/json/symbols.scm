(pair key: (_) @name value: (object)) @module
(pair key: (_) @name value: (array)) @array
(pair key: (_) @name value: (string)) @text
(pair key: (_) @name value: (number)) @number
(pair key: (_) @name value: [(true) (false)]) @boolean
(pair key: (_) @name value: (null)) @null
