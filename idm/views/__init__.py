from idm.views.hasil import (
    IdmDesaCreate,
    IdmDesaDetail,
    IdmDesaList,
    IdmDesaUpdate,
    IndeksDesaDetail,
    RekapStatusDetail,
)

__all__ = [
    "IdmDesaCreate",
    "IdmDesaDetail",
    "IdmDesaList",
    "IdmDesaUpdate",
    "IndeksDesaDetail",
    "RekapStatusDetail",
]
