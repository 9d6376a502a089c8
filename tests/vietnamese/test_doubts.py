"""Who is surely named as a patient or child in English; what only looks like it is not."""

from __future__ import annotations

import pytest

from bantin.vietnamese import doubts


@pytest.mark.parametrize(
    "caption",
    [
        "Baby An goes home",
        "The team with baby Le Bao An",
        "Patient Nguyễn Văn An takes his first steps",
        "A nurse and little An in the playroom",
        "A boy named Lê Bảo An plays",
        "Lê Bảo An, 7 years old, after surgery",
        "Lê Bảo An (7), after surgery",
        "Lê Bảo An, aged 7, after surgery",
        "Trần Thị Hai, the mother of a patient, thanks the team",
        "Mrs Trần Thị Hai, whose son was treated here",
        "A nurse feeds baby Emma",
        "An, a boy smiling",
        "李明, a patient",
        "Ω, a patient",
        "Dr Hai and Lê Bảo An, a boy of seven",
        "Lê Bảo An, 7, and his mother",
        "Lê Bảo An, a patient and his mother",
        "Baby N.V.A. goes home",
        "Baby An’s first steps",
        "Her son Sơn and his mother Trần Thị Hai",
        "Mother called Hoa, Ward 3",
        "Dr Trần Thị Hai, a patient of ours",
        "Lê Bảo An, 7, with 12 friends",
    ],
)
def test_a_patient_or_child_is_named(caption):
    assert doubts.names_in_english(caption)


@pytest.mark.parametrize(
    "caption",
    [
        "Patients waiting at Binh Xuyen Health Centre",
        "Opening of May Trang Children’s Hospital",
        "Patient Safety Day in the main hall",
        "Baby Friendly Hospital award",
        "Mother and Child Health Week",
        "Dr Phan Kim Trong examines a child in Dong Suong",
        "The boy and his mother leave for Thanh Van",
        "Phan Kim Trong, a paediatrician, with a patient",
        *("Mother Teresa visits", "Father Christmas gives presents", "Mr Son Nguyen"),
        *("Girl Scouts visit", "Boy Scouts", "Son La hospital", "The Son Tay team"),
        *("Baby Nest corner", "Child Life team", "Infant Formula donated", "Baby Shark"),
        "Ho Chi Minh City, the mother hospital",
        "Binh Xuyen, the mother hospital of the region",
        "Binh Xuyen, a patient-friendly place",
        *("Hanoi, 20 days old", "Hà Nội, 20 days old", "Hanoi, 15, July", "Hue, 3, May 2026"),
        "Quang Ninh, 12, 13 and 14 March",
        *("Prof. Le An, a father of paediatrics", "Dr Le An, the father of two"),
    ],
)
def test_nobody_private_is_named(caption):
    assert not doubts.names_in_english(caption)
