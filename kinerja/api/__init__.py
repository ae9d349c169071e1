"""API: data satu kantor bagi sistem lain, hanya dibaca."""
