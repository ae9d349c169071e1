from documents.lembar.kisi import lembar, lembar_kesalahan

__all__ = ["lembar", "lembar_kesalahan"]
