"""The shared model, the languages, the engine, and facts about AWS."""
