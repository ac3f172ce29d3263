// What must be unique. Run before every load; repeating it changes nothing.
// A constraint brings its own index on Neo4j, so no index is declared here.
// Constraints on relationships stay out: not every store takes them, and the loader checks claim ids itself.

CREATE CONSTRAINT entity_id IF NOT EXISTS FOR (n:Entity) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT article_id IF NOT EXISTS FOR (n:Article) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT loaded_script_path IF NOT EXISTS FOR (n:LoadedScript) REQUIRE n.path IS UNIQUE;
CREATE CONSTRAINT load_counter_id IF NOT EXISTS FOR (n:LoadCounter) REQUIRE n.id IS UNIQUE;
CREATE CONSTRAINT load_sequence IF NOT EXISTS FOR (n:Load) REQUIRE n.sequence IS UNIQUE;
