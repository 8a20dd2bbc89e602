[(element) (script_element) (style_element)] @region
(comment) @comment
