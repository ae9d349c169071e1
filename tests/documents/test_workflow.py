import pytest

from accounts.roles import Role
from documents.workflow import SIGNED, STATUS_LABELS, STEP_LABELS, TRANSITIONS, Status, Step, rule, steps_for


def test_urutan_lengkap_sampai_direviu():
    jalan = [Step.SUBMIT, Step.APPROVE, Step.SIGN, Step.REVIEW]
    status = Status.DRAFT
    for step in jalan:
        status = TRANSITIONS[status, step].to
    assert status is Status.DIREVIU


@pytest.mark.parametrize("status", sorted(SIGNED))
def test_yang_bertanda_tangan_tidak_pernah_kembali_ke_draf(status):
    assert all(r.to in SIGNED for (at, _), r in TRANSITIONS.items() if at == status)


def test_setiap_pengembalian_wajib_bercatatan():
    assert all(r.note for (_, step), r in TRANSITIONS.items() if step is Step.RETURN)


def test_tanda_tangan_meminta_sandi():
    assert TRANSITIONS[Status.DISETUJUI, Step.SIGN].password


def test_peran_dalam_tabel_ada():
    assert {role for r in TRANSITIONS.values() for role in r.roles} <= set(Role)


def test_rule_tidak_mengenal_langkah_asing_atau_di_luar_urutan():
    assert rule("draft", "sign") is None
    assert rule("draft", "hapus") is None
    assert rule("entah", "submit") is None
    assert rule("draft", "submit") == TRANSITIONS[Status.DRAFT, Step.SUBMIT]


def test_langkah_menurut_peran():
    assert steps_for("diajukan", ("kepala_bidang",)) == [Step.APPROVE, Step.RETURN]
    assert steps_for("diajukan", ("operator",)) == []


def test_semua_status_dan_langkah_berlabel():
    assert set(STATUS_LABELS) == set(Status)
    assert set(STEP_LABELS) == set(Step)
