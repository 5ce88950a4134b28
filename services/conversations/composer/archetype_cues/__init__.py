"""The words by which an archetype is told, in English and German."""
