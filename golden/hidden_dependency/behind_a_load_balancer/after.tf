resource "aws_lb_target_group" "orders" {
  port     = 80
  protocol = "HTTP"
  vpc_id   = "vpc-0123456789abcdef0"
}

resource "aws_lb_listener" "redirect" {
  load_balancer_arn = var.load_balancer_arn
  port              = 80

  default_action {
    type = "redirect"

    redirect {
      port        = "443"
      status_code = "HTTP_301"
    }
  }
}

resource "aws_lb_listener" "https" {
  load_balancer_arn = var.load_balancer_arn
  port              = 443

  default_action {
    type             = "forward"
    target_group_arn = aws_lb_target_group.orders.arn
  }
}

resource "aws_ecs_service" "orders" {
  name            = "orders"
  task_definition = "orders:1"

  load_balancer {
    target_group_arn = aws_lb_target_group.orders.arn
    container_name   = "orders"
    container_port   = 80
  }

  lifecycle {
    ignore_changes = [desired_count] # scaled
  }

  depends_on = [aws_lb_listener.https]
}

variable "load_balancer_arn" {
  type = string
}
