[(object) (array)] @region
(comment) @comment
