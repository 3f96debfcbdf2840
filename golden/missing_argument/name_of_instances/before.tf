resource "aws_autoscaling_group" "web" {
  min_size            = 2
  max_size            = 6
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  launch_template {
    id = "lt-0123456789abcdef0"
  }

  tag {
    key   = "Name"
    value = "web" # what the console shows
  }

  tag {
    key                 = "Team"
    value               = "shop"
    propagate_at_launch = false
  }
}

resource "aws_autoscaling_group" "worker" {
  min_size            = 1
  max_size            = 1
  vpc_zone_identifier = ["subnet-0123456789abcdef0"]

  launch_template {
    id = "lt-0123456789abcdef0"
  }

  tag {
    key   = "Team" # of the instances, or of the group?
    value = "shop"
  }
}
