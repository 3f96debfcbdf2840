environment   = "dev"
force_delete  = true
force_destroy = true
