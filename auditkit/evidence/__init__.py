"""Evidence on disk: schema, manifest, writer, reader."""
