[(class_body) (interface_body) (enum_body) (annotation_type_body) (block) (constructor_body) (switch_block) (array_initializer)] @region
[(line_comment) (block_comment)] @comment
(import_declaration) @imports
