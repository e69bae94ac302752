"""The news vocabulary: stems, forms, concepts, phrases."""
