"""What every construct of CDKTF has besides the attributes of its resource.

The members are those of ``TerraformResource``, ``TerraformDataSource`` and ``TerraformProvider`` in cdktf 0.21 for
Python, read in November 2026; ``put_``, ``reset_`` and ``_input`` are made for each argument.
"""

from __future__ import annotations

import re

_MEMBER = re.compile(
    r"(?:add|get|has|import|interpolation|is|move|override|put|reset|to|generate|terraform)_\w+|\w+_input|with_"
    r"|cdktf_stack|connection|count|depends_on|for_each|fqn|friendly_unique_id|lifecycle|meta_attributes|node"
    r"|provider|provisioners|TF_RESOURCE_TYPE"
)


def is_member(name: str) -> bool:
    """Say whether every construct has a method or attribute called *name*."""
    return _MEMBER.fullmatch(name) is not None
