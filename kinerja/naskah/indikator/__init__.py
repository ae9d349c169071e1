"""IKU, IKK dan Capaian Kinerja."""
