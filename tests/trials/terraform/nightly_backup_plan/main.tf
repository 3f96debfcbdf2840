terraform {
  required_providers {
    aws = {
      source  = "hashicorp/aws"
      version = "~> 6.0"
    }
  }
}

resource "aws_backup_vault" "main" {
  name = "nightly"
}

resource "aws_backup_plan" "nightly" {
  name = "nightly"

  rule {
    rule_name  = "nightly"
    vault_name = aws_backup_vault.main.name
    schedule   = "cron(0 3 * * ? *)"

    lifecycle {
      delete_after_days = 35
    }
  }
}

resource "aws_backup_selection" "tagged" {
  name           = "tagged"
  backup_plan_id = aws_backup_plan.nightly.id
  iam_role_arn   = var.backup_role_arn

  selection_tag {
    type  = "STRINGEQUALS"
    key   = "Backup"
    value = "nightly"
  }
}
