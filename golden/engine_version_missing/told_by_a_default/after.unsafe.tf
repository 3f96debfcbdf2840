variable "engine_version" {
  type    = string
  default = "15.19"
}

provider "aws" {
  region = "eu-central-1"
}

resource "aws_db_instance" "main" {
  engine                      = "postgres"
  engine_version              = var.engine_version
  instance_class              = "db.t4g.medium"
  allocated_storage           = 50
  username                    = "app"
  manage_master_user_password = true
  skip_final_snapshot         = true
}
