(element) @region
(Comment) @comment
(CDSect) @region
