from idm.grids.biaya import BiayaGrid
from idm.grids.isian import IsianGrid
from idm.grids.poin import PoinGrid

__all__ = ["BiayaGrid", "IsianGrid", "PoinGrid"]
