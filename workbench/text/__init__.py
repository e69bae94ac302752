"""An article and its parts: bytes, sentences, tokens, offsets, normal forms, morphology."""
