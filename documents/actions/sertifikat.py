"""Sertifikat tanda tangan seorang pejabat."""

from typing import Any

from accounts.models import Pejabat
from core import audit
from core.audit import Action, Refused
from documents import signing

SYARAT_BERKAS = "Berkasnya harus sertifikat .p12 yang masih berlaku."


def store_certificate(*, pejabat: Pejabat, data: bytes, passphrase: str, by: Any) -> None:
    """Simpan sertifikatnya sesudah terbukti dapat dibuka; `Refused` bila tidak.

    Yang tercatat siapa yang memasang dan sampai kapan berlakunya, bukan isinya.
    """
    try:
        cert = signing.read_certificate(data, passphrase)
    except signing.WrongPassphrase as error:
        raise Refused(f"{error} {SYARAT_BERKAS}") from error
    sampai = cert.not_valid_after_utc.date()
    note = f"memasang sertifikat tanda tangan, berlaku sampai {sampai:%d-%m-%Y}"
    with audit.locked(pejabat.kabupaten_kode):
        audit.record(by=by, action=Action.UPDATE, obj=pejabat, note=note)
        signing.keep_certificate(pejabat.nip, data)
