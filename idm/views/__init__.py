from idm.views.hasil import (
    IdmDesaCreate,
    IdmDesaDetail,
    IdmDesaList,
    IdmDesaUpdate,
    RekapStatusDetail,
)

__all__ = ["IdmDesaCreate", "IdmDesaDetail", "IdmDesaList", "IdmDesaUpdate", "RekapStatusDetail"]
