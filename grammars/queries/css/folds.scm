[(block) (keyframe_block_list)] @region
(comment) @comment
