// keys and drawer follow
