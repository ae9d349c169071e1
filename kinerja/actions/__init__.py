from kinerja.actions.lkjip import create_lkjip

__all__ = ["create_lkjip"]
